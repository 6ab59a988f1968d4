import type { AttemptView } from '@/lib/webhook/views'

/** Whether the receiver took it. An answer that was too long to be read whole counts by its status. */
export const wasReceived = ({ statusCode, error }: Pick<AttemptView, 'statusCode' | 'error'>): boolean =>
  statusCode !== null && statusCode >= 200 && statusCode < 300 && (error === null || error === 'tooLarge')
