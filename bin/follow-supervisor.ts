type Following = {
  /** Ends what this process does; then it leaves. */
  stop(): Promise<void>
  onMessage?(message: unknown, handle: unknown): void
}

/**
 * What a child of the supervisor does about signals: nothing. A Ctrl-C at the terminal and a service
 * manager's SIGTERM reach the children too, but only the supervisor knows the order of stopping, and
 * says "stop". When it is gone without a word, there is nothing left to stay for.
 */
export function followSupervisor({ stop, onMessage = () => undefined }: Following): void {
  let stopping: Promise<void> | undefined
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
  process.on('disconnect', () => process.exit(1))
  process.on('message', (message, handle) => {
    if (message !== 'stop') return onMessage(message, handle)
    stopping ??= stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  })
}
