export { addDays, addMonths, addWeeks, dayOf } from '../../days.ts'
