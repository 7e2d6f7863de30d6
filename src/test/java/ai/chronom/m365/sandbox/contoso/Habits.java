package ai.chronom.m365.sandbox.contoso;

/**
 * When a person last did what, in whole days before the sandbox's first day; {@link #NEVER} when
 * not at all. Each is spread over {@code spread} days from person to person, so that tiers stay
 * what they are.
 *
 * @param created account created
 * @param assigned licenses assigned, after the account was made
 * @param attempted last interactive sign-in, successful or not
 * @param background last non-interactive sign-in
 * @param succeeded last successful sign-in
 * @param worked last activity that the usage reports see
 */
public record Habits(
    int created,
    int assigned,
    int attempted,
    int background,
    int succeeded,
    int worked,
    int spread) {
  public static final int NEVER = -1;

  static final Habits ACTIVE = new Habits(400, 300, 0, 0, 0, 2, 6);
  static final Habits SILENT = new Habits(400, 300, NEVER, NEVER, NEVER, NEVER, 1);
  static final Habits NEW = new Habits(8, 7, NEVER, NEVER, NEVER, NEVER, 3);

  static Habits idleFor(int days) {
    return new Habits(700, 500, days, days, days, days + 2, 10);
  }
}
