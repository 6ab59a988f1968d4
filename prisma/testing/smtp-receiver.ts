import type { AddressInfo } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export type ReceivedMail = ParsedMail & { source: string; envelope: { from: string; to: string[] } }

/** What the receiver answers to a message; 250 takes it. */
export type Answer = { code: number; text: string }

export type SmtpReceiver = {
  url: string
  /** Taken messages, oldest first. */
  mails: ReceivedMail[]
  /** Messages that were offered, taken or not. */
  offered: () => number
  /** Answers for the next messages, in order; then everything is taken. */
  answerNext: (...answers: Answer[]) => void
  /** Answers for the next recipients. */
  refuseNextRecipient: (answer: Answer) => void
  close: () => Promise<void>
}

/** A mail server in this process that speaks real SMTP and reads what it gets. */
export async function openSmtpReceiver(): Promise<SmtpReceiver> {
  const mails: ReceivedMail[] = []
  const answers: Answer[] = []
  const recipientAnswers: Answer[] = []
  let offered = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) => {
      const answer = recipientAnswers.shift()
      done(answer ? refusal(answer) : null)
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        offered += 1
        const answer = answers.shift()
        if (answer && answer.code !== 250) return done(refusal(answer))
        const source = Buffer.concat(chunks)
        void simpleParser(source).then((mail) => {
          const from = envelope.mailFrom ? envelope.mailFrom.address : ''
          mails.push({ ...mail, source: source.toString('utf8'), envelope: { from, to: envelope.rcptTo.map(({ address }) => address) } })
          done()
        })
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    offered: () => offered,
    answerNext: (...next) => void answers.push(...next),
    refuseNextRecipient: (answer) => void recipientAnswers.push(answer),
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

function refusal({ code, text }: Answer): Error {
  return Object.assign(new Error(text), { responseCode: code })
}
