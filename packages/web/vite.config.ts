import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env.API ?? 'http://localhost:4000';

export default defineConfig({
  plugins: [react()],
  // The content security policy allows no data: addresses for fonts and scripts.
  build: { assetsInlineLimit: 0, target: 'es2022', chunkSizeWarningLimit: 900 },
  server: { proxy: { '/graphql': api, '/oidc': api } },
});
