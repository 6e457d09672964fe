export { type CorrectMotion, correctMotion } from './correct-motion.ts'
export { correctionsAtDesk, type DeskCorrection } from './corrections-at-desk.ts'
export { type EditableMotion, editableMotion } from './editable-motion.ts'
export {
  type CorrectionErrorCode,
  type CorrectionField,
  changesOf,
  correctionErrorCodes,
  correctionFields,
  type FieldConflict,
  fieldOf,
  type MotionFields,
  mergeFields,
  tidy as tidyField,
} from './fields.ts'
export { type MotionCorrection, motionCorrections } from './motion-corrections.ts'
export { putBackCorrection } from './put-back-correction.ts'
