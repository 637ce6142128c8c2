import { archive, guest, program, record, snapshot } from '../../python-runtime/dist/image.ts'
import type { Image } from './image.ts'

/** The image that every deployment has. */
export const standard: Image = { archive, guest, program, record, snapshot }
