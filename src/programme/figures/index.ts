export { addIndicator, type NewIndicator } from './add-indicator.ts'
export { addValue, type NewValue } from './add-value.ts'
export { changeIndicator, type IndicatorChange, removeIndicator, undoIndicator } from './change-indicator.ts'
export { correctValue, removeValue, undoValue, type ValueCorrection } from './change-value.ts'
export { type FigureCode, figureCodes } from './codes.ts'
export { eventRules } from './event-rules.ts'
export type { EventKind, EventRules } from './events.ts'
export {
  importSeries,
  previewSeries,
  type SeriesImport,
  type SeriesPreview,
  type StoredSeries,
  seriesFile,
  storeSeries,
} from './import-series.ts'
export type { JsonStat, StatDimension } from './json-stat.ts'
export { type DecimalSign, readNumber } from './number.ts'
export { monthsIn, type Period, readPeriod } from './period.ts'
export { type PlannedRow, type SeriesVerdict, seriesVerdicts } from './plan-series.ts'
export { figureHistory, type ValueRef } from './queries.ts'
export {
  columnLetters,
  guessColumns,
  mostSeries,
  type SeriesFile,
  type SeriesMapping,
  type SeriesProblem,
  seriesProblems,
} from './series.ts'
export {
  type IndicatorStanding,
  indicatorStanding,
  indicatorsOf,
  type Progress,
  pillarOf,
  progressOf,
} from './standing.ts'
export type { IndicatorFields, TypedNumber } from './typed-indicator.ts'
export type { ValueFields } from './typed-value.ts'
export { type FiguresTaken, figuresTaken, undoImport } from './undo-import.ts'
