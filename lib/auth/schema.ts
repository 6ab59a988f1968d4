import { z } from 'zod'
import { line } from '@/lib/platform/text'

/** NIST SP 800-63B §5.1.1.2: at least 8, long ones allowed, no rules about the kinds of characters. */
export const PASSWORD_MIN = 8
export const PASSWORD_MAX = 128

const email = z.string({ error: 'text' }).trim().toLowerCase().min(1, 'required').max(254, 'max254').pipe(z.email('email'))
const newPassword = z.string({ error: 'text' }).min(1, 'required').min(PASSWORD_MIN, 'passwordShort').max(PASSWORD_MAX, 'passwordLong')

export const signUpSchema = z.strictObject({
  shopName: line({ max: 50, required: true }),
  email,
  password: newPassword,
  /** The browser's own; a zone that this server does not know becomes Asia/Jakarta. */
  timeZone: z.string().max(50),
})
export type SignUpInput = z.input<typeof signUpSchema>

export const signInSchema = z.strictObject({
  email,
  password: z.string({ error: 'text' }).min(1, 'required').max(PASSWORD_MAX, 'passwordLong'),
})
export type SignInInput = z.input<typeof signInSchema>

export const forgotPasswordSchema = z.strictObject({ email })
export type ForgotPasswordInput = z.input<typeof forgotPasswordSchema>

export const resetPasswordSchema = z.strictObject({ token: z.string().min(1).max(200), password: newPassword })
export type ResetPasswordInput = z.input<typeof resetPasswordSchema>
