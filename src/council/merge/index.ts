export { type MergeField, type MergeMotions, mergeFieldNames, mergeMotions } from './merge-motions.ts'
export { type MergeToPart, mergeToPart } from './merge-to-part.ts'
export {
  type MergedMotion,
  mergedInto,
  mergedIntoAtDesk,
  type Parting,
  type SetAside,
} from './merged-into.ts'
export { type MergeSide, type MotionToMerge, motionToMerge } from './motion-to-merge.ts'
export {
  type Asked,
  type AskedPart,
  apart,
  courseChoice,
  type PairChoices,
  type PairErrorCode,
  pairErrorCodes,
  partChoice,
  requestChoice,
  suggestPairs,
} from './pairing.ts'
export { partMotions } from './part-motions.ts'
export { type PartingBlock, type PartingBlockCode, partingBlockCodes } from './parting-blocks.ts'
