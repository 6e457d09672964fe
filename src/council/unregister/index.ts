export {
  type RegistrationBlock,
  type RegistrationToUndo,
  registrationBlockCodes,
  registrationToUndo,
} from './registration-blocks.ts'
export { unregisterDocument } from './unregister-document.ts'
