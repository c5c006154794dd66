import '@fontsource-variable/inter';
import '@fontsource-variable/noto-sans-arabic';
import './tokens.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';

const place = document.getElementById('root');
if (place) createRoot(place).render(<App />);
