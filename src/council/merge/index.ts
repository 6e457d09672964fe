export { type MergeField, type MergeMotions, mergeFieldNames, mergeMotions } from './merge-motions.ts'
export { type MergedMotion, mergedInto, mergedIntoAtDesk } from './merged-into.ts'
export { type MergeSide, type MotionToMerge, motionToMerge } from './motion-to-merge.ts'
export {
  type Asked,
  type AskedPart,
  apart,
  type PairChoices,
  type PairErrorCode,
  pairErrorCodes,
  partChoice,
  requestChoice,
  suggestPairs,
} from './pairing.ts'
