export {
  type Change,
  type ChangeSet,
  changesOf,
  closeSet,
  type Keys,
  keysOf,
  type Net,
  netOf,
  openSet,
  type Row,
  standingSet,
} from './change-set.ts'
export { clearUndone, goesAlong, standingSteps } from './clear-undone.ts'
export { type Altered, alteredSince, type Hanging, hangingOn } from './in-the-way.ts'
export { type PutBack, putBack } from './put-back.ts'
