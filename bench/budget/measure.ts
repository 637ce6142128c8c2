import { readImage } from '../../scripts/built-image.ts'
import type { Figures, Tolerances } from './compare.ts'
import { bytesOfDeployment } from './deployment.ts'
import { fuelOfPrograms, modulesAtStart } from './fuel.ts'
import { bytesOfImage, meteringInstructions, usedPages } from './image.ts'
import { subrequestsOfChat } from './subrequests.ts'

/**
 * A change that is about something else may move a figure by so much: every byte of the Worker, and every address in the
 * image, would else be a change of the budget. As the budget stays what it was meanwhile, many such changes are not more.
 */
export const tolerances: Tolerances = {
  image_bytes: 0.01,
  deployment_bytes: 0.01,
  snapshot: 0.01,
  meter: 0.01,
  fuel: 0.01,
  python: 0,
  subrequests: 0,
}

/** Counts what costs memory, money or time. None of it depends on the machine or on what else that does. */
export async function measure(): Promise<Figures> {
  const image = await readImage()
  return {
    image_bytes: await bytesOfImage(),
    deployment_bytes: await bytesOfDeployment(),
    snapshot: { pages_not_zero: await usedPages() },
    meter: { instructions_for_fuel: await meteringInstructions() },
    fuel: await fuelOfPrograms(image),
    python: { modules_at_start: await modulesAtStart(image) },
    subrequests: await subrequestsOfChat(),
  }
}
