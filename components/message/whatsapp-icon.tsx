/** A speech bubble with a receiver: lucide leaves brands out. */
export function WhatsappIcon() {
  return (
    <svg aria-hidden viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
      <path d="M7.9 20A9 9 0 1 0 4 16.1L2 22Z" />
      <path
        strokeWidth="1.6"
        d="M9.2 8.2c.5-.5 1-.4 1.3.1l.6 1.1c.2.4.1.7-.2 1l-.4.4c.5 1 1.3 1.800 2.300 2.300l.4-.4c.3-.3.6-.4 1-.2l1.100.6c.5.3.6.8.1 1.300-.6.7-1.400.9-2.300.6-2.200-.8-3.700-2.300-4.500-4.500-.3-.9-.1-1.700.6-2.300Z"
      />
    </svg>
  )
}
