import '@fontsource-variable/inter';
import '@fontsource-variable/noto-sans-arabic';
import './tokens.css';
import { createRoot } from 'react-dom/client';
import { registerServiceWorker } from '../platform/offline/register.ts';
import { readBothDigits } from '../platform/typed-digits.ts';
import { watchForUpdate } from '../platform/update.ts';
import { App } from './App.tsx';

const place = document.getElementById('root');
if (place) createRoot(place).render(<App />);
registerServiceWorker();
watchForUpdate();
readBothDigits();
