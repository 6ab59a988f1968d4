import createNextIntlPlugin from 'next-intl/plugin'

const withMessages = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  // Pages get texts that are parsed already (docs/decisions/scripts-of-pages.md): a text with braces is an array in them, not a string.
  experimental: { messages: { path: './lib/i18n/messages', format: 'json', locales: ['id', 'en'], precompile: true } },
})

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Loaded from node_modules at run time: they bring native parts, WebAssembly or files of their own.
  serverExternalPackages: ['@prisma/client', '@prisma/adapter-pg', 'pg', 'pg-boss', 'pino', 'sharp', 'satori', 'nodemailer', 'pdfkit', 'web-push', 'request-filtering-agent'],
  // `npm test` checks types once for everything; who only wants to start need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  // Next's development log would write the arguments of every action to the terminal, passwords too.
  logging: { serverFunctions: false },
  // bin/page-server.ts does, for who asks for it.
  compress: false,
}

export default withMessages(config)
