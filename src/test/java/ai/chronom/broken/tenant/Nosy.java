package ai.chronom.broken.tenant;

import ai.chronom.broken.onboarding.Neighbor;

/** Breaks the floor plan on purpose: a lower room looks into a higher one. */
class Nosy {
  Neighbor peep = new Neighbor();
}
