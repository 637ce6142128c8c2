import { imageNames } from '../python-runtime/images.ts'
import { workerWith } from './cloudflare.ts'

export { Programs } from './science.ts'

/** What `npm start` serves: the same with every image. */
export default workerWith(imageNames)
