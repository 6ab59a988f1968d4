import createNextIntlPlugin from 'next-intl/plugin'

const withMessages = createNextIntlPlugin('./lib/i18n/request.ts')

const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  // Not no-referrer: browsers would then send `Origin: null` with plain forms, which we refuse.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()' },
]

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
  headers: () => Promise.resolve([{ source: '/:path*', headers: securityHeaders }]),
}

export default withMessages(config)
