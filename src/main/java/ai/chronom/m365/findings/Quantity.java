package ai.chronom.m365.findings;

/**
 * How many units of a paid product are bought, and how many are wanted after the claims.
 *
 * @param bought paid, usable units
 * @param needed units in use after freed and added seats
 * @param wanted units to order
 * @param toBuy units needed beyond those that can be used
 * @param locked units that a minimum quantity keeps
 * @param reused freed seats that cover a need elsewhere
 * @param moved seats freed less seats added
 */
record Quantity(int bought, int needed, int wanted, int toBuy, int locked, int reused, int moved) {

  /**
   * @param spareCounts false when spare units say nothing of this product: then only the seats that
   *     move change its quantity
   */
  static Quantity of(
      Holding holding, int freed, int added, Thresholds thresholds, boolean spareCounts) {
    int bought = holding.purchased();
    int used = holding.bought().consumedUnits();
    int needed = Math.max(0, used - freed + added);
    if (!holding.running()) {
      return new Quantity(bought, needed, bought, 0, 0, 0, freed - added);
    }
    int usable = holding.bought().enabledUnits() + holding.bought().warningUnits();
    int reused = Math.min(freed, added + Math.max(0, used - usable));
    if (!spareCounts) {
      int moved = Math.max(-bought, freed - added);
      return new Quantity(
          bought,
          needed,
          bought - Math.max(0, moved),
          Math.max(0, -moved),
          0,
          reused,
          freed - added);
    }
    int fitting = Math.min(bought, needed + thresholds.buffer(holding.id(), bought));
    int minimum = Math.min(bought, thresholds.minimum(holding.id()));
    return new Quantity(
        bought,
        needed,
        Math.max(fitting, minimum),
        Math.max(0, needed - usable),
        Math.max(0, minimum - fitting),
        reused,
        freed - added);
  }

  /** Units to give back. */
  int drop() {
    return bought - wanted;
  }

  /** Units no longer paid for, less those to buy; may be negative. */
  int saved() {
    return bought - wanted - toBuy;
  }

  /** The part of it that no seat's claim explains; negative when freed seats stay as buffer. */
  int pool() {
    return saved() - moved;
  }
}
