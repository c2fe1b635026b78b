import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'target/classes/static',
    emptyOutDir: true,
    // Data URIs would need a wider content security policy than the server sends.
    assetsInlineLimit: 0,
  },
  server: {
    // The client of the API lies beside the portal.
    fs: { allow: ['.', '../clients/typescript'] },
    proxy: {
      '/v1': process.env.NAMESAKE_SERVER ?? 'http://localhost:8080',
    },
  },
  test: {
    restoreMocks: true,
    unstubGlobals: true,
    // What needs no page is tested without one: a page takes seconds to set up.
    projects: [
      { extends: true, test: { name: 'logic', environment: 'node', include: ['src/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'pages',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx'],
          testTimeout: 30_000,
          setupFiles: ['src/testing/setup.ts'],
        },
      },
    ],
  },
});
