export { type MailPlace, type RenderedMail, renderMail } from './render.ts'
export { type SendWaiting, type SentCounts, sendWaiting } from './send-waiting.ts'
export { type MailSettings, messageIdOf, smtpTransport, type Transport } from './transport.ts'
