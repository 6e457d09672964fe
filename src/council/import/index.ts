export { csvLimits } from '../../read-csv.ts'
export {
  advanceImport,
  chooseForRow,
  finishImport,
  importsUnderWay,
  startImport,
} from './advance-import.ts'
export {
  type Difference,
  isStop,
  type RowField,
  type RowProblem,
  type RowProblemCode,
  rowFields,
  rowNotes,
  rowStops,
  type Verdict,
  verdicts,
} from './fields.ts'
export {
  columnGuess,
  firstRows,
  type ImportAtDesk,
  type ImportRowAtDesk,
  importAtDesk,
  importRows,
  importsAtDesk,
  type WordGuess,
  type WordGuesses,
  wordGuesses,
} from './import-at-desk.ts'
export { type MappingErrorCode, mapColumns, mappingErrorCodes, mapWords } from './map-list.ts'
export {
  type ImportField,
  type ImportMapping,
  importFields,
  isImportField,
  isOutcome,
  isSettlementMeaning,
  isStatusMeaning,
  type SettlementMeaning,
  type StatusMeaning,
  settlementMeanings,
  statusMeanings,
} from './mapping.ts'
export { receiveList } from './store-list.ts'
export {
  type ImportedMotionRef,
  importToTakeBack,
  type TakenBack,
  takeBackImport,
} from './take-back-import.ts'
