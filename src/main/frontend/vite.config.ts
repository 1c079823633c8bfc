import { defineConfig } from "vitest/config";

export default defineConfig({
  // Jenkins decides where static resources are, so the bundle refers to its own parts relative to itself.
  base: "./",
  build: {
    outDir: "../webapp/dashboard",
    emptyOutDir: true,
    modulePreload: false,
    cssCodeSplit: false,
    target: "es2022",
    chunkSizeWarningLimit: 700,
    rollupOptions: {
      input: "src/main.tsx",
      output: {
        entryFileNames: "dashboard.js",
        chunkFileNames: "[name]-[hash].js",
        assetFileNames: "dashboard[extname]",
      },
    },
  },
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
  },
});
