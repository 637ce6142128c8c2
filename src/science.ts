import { load } from '../python-runtime/dist/science/image.ts'
import type { ImageName } from '../python-runtime/images.ts'
import { Programs as Standard } from './programs.ts'
import type { Image } from './sandbox/image.ts'

/** Programs of all images, for a Worker that may have more than the 64 MiB of Cloudflare. */
export class Programs extends Standard {
  protected override async image(name: ImageName): Promise<Image> {
    return name === 'science' ? load() : super.image(name)
  }
}
