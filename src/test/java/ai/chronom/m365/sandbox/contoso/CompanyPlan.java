package ai.chronom.m365.sandbox.contoso;

import java.util.List;

/** A company's 120 places. Larger companies repeat them. */
final class CompanyPlan {
  static final int SIZE = 120;
  // Strides through the plan so that neighbors in a list differ; 37 and 120 have no common divisor.
  private static final int STRIDE = 37;

  private final List<Slot> slots;

  CompanyPlan(List<Slot> slots) {
    if (slots.size() != SIZE) {
      throw new IllegalStateException(SIZE + " places expected, " + slots.size() + " planned");
    }
    this.slots = slots;
  }

  Slot slotOf(int userIndex) {
    return slots.get(placeOf(userIndex));
  }

  int placeOf(int userIndex) {
    return userIndex % SIZE * STRIDE % SIZE;
  }

  /** How many of the first so many users hold a seat; exact at any size. */
  long holders(Product product, int users) {
    long inAll = slots.stream().filter(slot -> slot.holds(product)).count();
    long inRest = 0;
    for (int i = 0; i < users % SIZE; i++) {
      inRest += slotOf(i).holds(product) ? 1 : 0;
    }
    return users / SIZE * inAll + inRest;
  }
}
