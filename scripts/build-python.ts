import { build } from './image.ts'

await build((line) => process.stdout.write(`${line}\n`))
