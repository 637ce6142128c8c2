import { ask } from './ask.ts'

await ask('populous-countries', 'Draw a bar chart of the five most populous countries.')
