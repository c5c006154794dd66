import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

export default defineConfig({
  plugins: [
    react(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/service-worker',
      filename: 'service-worker.ts',
      injectRegister: false,
      manifest: {
        name: 'مرصد Marsad',
        short_name: 'مرصد',
        lang: 'ar',
        dir: 'rtl',
        start_url: '/',
        display: 'standalone',
        background_color: '#0d1218',
        theme_color: '#131a22',
        icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
      },
      // Fonts of scripts that nobody here writes are fetched when a name in them is shown.
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg}', 'assets/*-{arabic,latin}-wght-*.woff2'],
        maximumFileSizeToCacheInBytes: 4_000_000,
      },
    }),
  ],
  build: { target: 'es2022', emptyOutDir: true },
});
