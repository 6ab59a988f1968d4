import 'server-only'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { nextCookies } from 'better-auth/next-js'
import { prisma } from '@/lib/database/client'
import { sendPasswordReset } from '@/lib/email/send-password-reset'
import { env } from '@/lib/platform/env'
import { logger } from '@/lib/platform/logger'
import { PASSWORD_MAX, PASSWORD_MIN } from './schema'
import { COOKIE_PREFIX } from './session-cookie'

const SESSION_DAYS = 30
const RESET_MINUTES = 60

/**
 * E-mail and password by better-auth: scrypt hashes, sessions as rows, signed HttpOnly cookies.
 * Its HTTP routes are not mounted: sellers come through the server actions beside this file, which
 * limit the rate and check the origin.
 */
function createAuth() {
  return betterAuth({
    appName: 'Tautan',
    baseURL: env().APP_URL,
    secret: env().APP_SECRET,
    database: prismaAdapter(prisma, { provider: 'postgresql', transaction: true }),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      autoSignIn: true,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: RESET_MINUTES * 60,
      sendResetPassword: async ({ user, token }) => {
        await sendPasswordReset({ to: user.email, token })
      },
    },
    session: { expiresIn: SESSION_DAYS * 24 * 60 * 60, updateAge: 24 * 60 * 60 },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: env().APP_URL.startsWith('https://'),
    },
    telemetry: { enabled: false },
    logger: { log: (level, message) => logger[level]({ from: 'better-auth' }, message) },
    plugins: [nextCookies()],
  })
}

let instance: ReturnType<typeof createAuth> | undefined

/** Made at first use: building the product must not need its settings. */
export const auth = () => (instance ??= createAuth())
