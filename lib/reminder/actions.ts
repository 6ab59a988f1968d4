'use server'

import { sellerAction } from '@/lib/http/action'
import { now } from '@/lib/platform/clock'
import { success, type Result } from '@/lib/platform/result'
import { remindersSchema } from './schema'
import { upsertReminders } from './store'

export async function saveRemindersAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, remindersSchema, async ({ scope }, reminders) => {
    await upsertReminders(scope, reminders, now())
    return success(null)
  })
}
