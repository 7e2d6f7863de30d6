package ai.chronom.m365.sandbox.contoso;

import static ai.chronom.m365.sandbox.contoso.Assignment.direct;
import static ai.chronom.m365.sandbox.contoso.Assignment.failing;
import static ai.chronom.m365.sandbox.contoso.Assignment.through;
import static ai.chronom.m365.sandbox.contoso.Habits.NEVER;

import java.util.ArrayList;
import java.util.List;

/** Contoso's usual places: who is there, with which licenses, doing what. */
final class UsualPlaces {
  private static final String E5 = "SPE_E5";
  private static final String E3 = "SPE_E3";
  private static final String BUSINESS = "SPB";
  private static final String E1 = "STANDARDPACK";

  private final List<Slot> slots = new ArrayList<>(CompanyPlan.SIZE);

  private UsualPlaces() {}

  static List<Slot> all() {
    UsualPlaces places = new UsualPlaces();
    places.plan();
    return places.slots;
  }

  private void plan() {
    people();
    hostileNames();
    leavers();
    idlers();
    newcomers();
    outsiders();
    thingsThatAreNoPeople();
    doubledLicenses();
  }

  private void add(int count, Slot slot) {
    for (int i = 0; i < count; i++) {
      slots.add(slot);
    }
  }

  private void people() {
    add(7, Slot.of(Situation.ACTIVE, direct(E5)).fromOnPremises());
    add(1, Slot.of(Situation.ACTIVE, direct(E5), direct("GUIDES_USER")));
    add(5, Slot.of(Situation.ACTIVE, through(LicenseGroup.E5)).fromOnPremises());
    add(6, Slot.of(Situation.ACTIVE, direct(E3)).fromOnPremises());
    add(2, Slot.of(Situation.ACTIVE, direct("ENTERPRISEPACK")));
    add(8, Slot.of(Situation.ACTIVE, through(LicenseGroup.E3)).fromOnPremises());
    add(
        4,
        Slot.of(
            Situation.ACTIVE,
            through(LicenseGroup.E3),
            direct("POWER_BI_STANDARD"),
            direct("FLOW_FREE")));
    add(2, Slot.of(Situation.ACTIVE, through(LicenseGroup.E3), direct("POWERAPPS_VIRAL")));
    add(8, Slot.of(Situation.ACTIVE, through(LicenseGroup.FRONTLINE)));
    add(5, Slot.of(Situation.ACTIVE, direct(BUSINESS)));
    add(3, Slot.of(Situation.ACTIVE, direct(E3), direct("Microsoft_365_Copilot")));
    add(2, Slot.of(Situation.ACTIVE, direct(E3), direct("VISIOCLIENT")));
    add(2, Slot.of(Situation.ACTIVE, direct(E3), direct("PROJECTPROFESSIONAL")));
    add(2, Slot.of(Situation.ACTIVE_UNLICENSED));
    add(2, Slot.of(Situation.ACTIVE_ON_TRIAL, direct(E3), direct("Microsoft_Teams_Premium")));
  }

  private void hostileNames() {
    List<String> names =
        List.of(
            "<script>alert('chronom')</script>",
            "=cmd|' /C calc'!A0",
            "\u05D3\u05E0\u05D9\u05D0\u05DC \u202Eexe.fdp\u202C \u0645\u062D\u0645\u062F",
            "Zo\u00EB \uD83D\uDC69\u200D\uD83D\uDCBB M\u00FCller-\u5C71\u7530 \u592A\u90CE",
            "W".repeat(256),
            "Robert'); DROP TABLE tenant;-- \"quoted\", comma");
    names.forEach(
        name -> add(1, Slot.of(Situation.ACTIVE_WITH_HOSTILE_NAME, direct(E1)).named(name)));
  }

  private void leavers() {
    Habits left = Habits.idleFor(150);
    add(1, Slot.of(Situation.DISABLED_WITH_LICENSE, direct(E3)).habits(left).disabled());
    add(1, Slot.of(Situation.DISABLED_WITH_LICENSE, direct(E5)).habits(left).disabled());
    add(1, Slot.of(Situation.DISABLED_WITH_LICENSE, direct(BUSINESS)).habits(left).disabled());
    add(
        1,
        Slot.of(Situation.DISABLED_WITH_LICENSE, through(LicenseGroup.E3))
            .habits(left)
            .disabled()
            .fromOnPremises());
    add(2, Slot.of(Situation.DISABLED_WITHOUT_LICENSE).habits(left).disabled());
    add(
        1,
        Slot.of(Situation.DISABLED_RECENTLY, direct(E3))
            .habits(new Habits(900, 600, 4, 4, 4, 5, 1))
            .disabled());
    add(
        1,
        Slot.of(Situation.DISABLED_ON_HOLD, direct(E3))
            .habits(left)
            .disabled()
            .mailbox(30, false, true));
  }

  private void idlers() {
    add(2, Slot.of(Situation.INACTIVE_30_DAYS, direct(E3)).habits(Habits.idleFor(36)));
    add(2, Slot.of(Situation.INACTIVE_60_DAYS, direct(E3)).habits(Habits.idleFor(66)));
    add(2, Slot.of(Situation.INACTIVE_90_DAYS, direct(E3)).habits(Habits.idleFor(120)));
    add(
        1,
        Slot.of(Situation.INACTIVE_90_DAYS, direct(E5))
            .habits(Habits.idleFor(140))
            .fromOnPremises());
    add(1, Slot.of(Situation.INACTIVE_90_DAYS, direct(BUSINESS)).habits(Habits.idleFor(100)));
    add(
        1,
        Slot.of(Situation.INACTIVE_WITH_OVERLAPPING_SUITES, direct(E5), direct(E3))
            .habits(Habits.idleFor(130)));
    add(
        1,
        Slot.of(Situation.FAILED_SIGN_INS_ONLY, direct(E3))
            .habits(new Habits(800, 500, 1, NEVER, NEVER, NEVER, 1)));
    add(1, Slot.of(Situation.ON_LEAVE, direct(E3)).habits(Habits.idleFor(165)));
    add(2, Slot.of(Situation.NEVER_SIGNED_IN, direct(E3)).habits(Habits.SILENT));
    add(1, Slot.of(Situation.NEVER_SIGNED_IN, direct(E5)).habits(Habits.SILENT));
  }

  private void newcomers() {
    add(2, Slot.of(Situation.NEW_JOINER, direct(E3)).habits(Habits.NEW));
    add(1, Slot.of(Situation.FUTURE_JOINER, direct(E3)).habits(Habits.NEW));
  }

  private void outsiders() {
    add(4, Slot.of(Situation.GUEST_UNLICENSED).kind(Slot.Kind.GUEST));
    add(
        1,
        Slot.of(Situation.GUEST_WITH_SUITE, direct(E3))
            .kind(Slot.Kind.GUEST)
            .mailbox(0, false, false));
    add(
        1,
        Slot.of(Situation.GUEST_WITH_SUITE, direct(E1))
            .kind(Slot.Kind.GUEST)
            .mailbox(0, false, false));
    add(
        1,
        Slot.of(Situation.GUEST_WITH_LEGAL_LICENSE, direct("POWER_BI_PRO"))
            .kind(Slot.Kind.GUEST)
            .mailbox(0, false, false));
    add(1, Slot.of(Situation.EXTERNAL_MEMBER).kind(Slot.Kind.EXTERNAL_MEMBER));
  }

  private void thingsThatAreNoPeople() {
    Habits mailOnly = new Habits(900, 600, NEVER, NEVER, NEVER, 3, 5);
    Habits background = new Habits(1200, 800, 400, 0, 0, NEVER, 2);
    add(1, shared(Situation.SHARED_MAILBOX_UNLICENSED, 12).named("Info"));
    add(1, shared(Situation.SHARED_MAILBOX_WITH_LICENSE, 48, direct(E3)).named("Invoices"));
    add(
        1,
        shared(Situation.SHARED_MAILBOX_WITH_ARCHIVE, 44, direct(E3))
            .named("Complaints")
            .mailbox(44, true, false));
    add(
        1,
        Slot.of(Situation.ROOM, direct("Microsoft_Teams_Rooms_Pro"))
            .kind(Slot.Kind.ROOM)
            .habits(background)
            .named("Room Seattle")
            .mailbox(1, false, false));
    add(
        1,
        Slot.of(Situation.ROOM_WITH_SUITE, direct(E3))
            .kind(Slot.Kind.ROOM)
            .habits(mailOnly)
            .named("Room Oslo")
            .disabled());
    add(
        1,
        Slot.of(Situation.SERVICE_ACCOUNT_WITH_SUITE, direct(E3))
            .kind(Slot.Kind.SERVICE)
            .habits(background)
            .named("Scanner service")
            .mailbox(2, false, false));
    add(
        1,
        Slot.of(Situation.SYNC_ACCOUNT)
            .kind(Slot.Kind.SYNC)
            .habits(background)
            .named("On-Premises Directory Synchronization Service Account"));
    add(
        1,
        Slot.of(Situation.BREAK_GLASS_ACCOUNT, direct("AAD_PREMIUM_P2"))
            .kind(Slot.Kind.BREAK_GLASS)
            .habits(Habits.SILENT)
            .named("Break Glass")
            .mailbox(0, false, false));
    add(1, Slot.of(Situation.ADMIN_SECONDARY_ACCOUNT, direct(E3)).kind(Slot.Kind.ADMIN));
    add(
        1,
        Slot.of(Situation.PHONE_RESOURCE_ACCOUNT, direct("PHONESYSTEM_VIRTUALUSER"))
            .kind(Slot.Kind.PHONE)
            .habits(Habits.SILENT)
            .named("Reception auto attendant"));
  }

  private static Slot shared(Situation situation, int gigabytes, Assignment... assignments) {
    Habits mailOnly = new Habits(900, 600, NEVER, NEVER, NEVER, 3, 5);
    return Slot.of(situation, assignments)
        .kind(Slot.Kind.SHARED)
        .habits(mailOnly)
        .disabled()
        .mailbox(gigabytes, false, false);
  }

  private void doubledLicenses() {
    add(2, Slot.of(Situation.OVERLAPPING_SUITES, direct(E5), direct(E3)));
    add(1, Slot.of(Situation.OVERLAPPING_SUITES, direct(E3), direct(E1)));
    add(1, Slot.of(Situation.ADD_ON_INSIDE_SUITE, direct(E5), direct("POWER_BI_PRO")));
    add(1, Slot.of(Situation.ADD_ON_INSIDE_SUITE, direct(E3), direct("EMS")));
    add(1, Slot.of(Situation.ADD_ON_INSIDE_SUITE, direct(E5), direct("MCOEV")));
    add(1, Slot.of(Situation.ADD_ON_INSIDE_SUITE, direct(E3), direct("ATP_ENTERPRISE")));
    add(
        1,
        Slot.of(
            Situation.DELIBERATE_SPLIT,
            direct(E5, "EXCHANGE_S_ENTERPRISE"),
            direct("EXCHANGEENTERPRISE")));
    add(1, Slot.of(Situation.DOUBLE_ASSIGNMENT, direct(E3), through(LicenseGroup.E3)));
    add(
        1,
        Slot.of(Situation.DOUBLE_ASSIGNMENT, direct(E5), through(LicenseGroup.E5))
            .fromOnPremises());
    add(1, Slot.of(Situation.GROUP_LICENSE_ERROR, failing(LicenseGroup.E5, "CountViolation")));
    add(
        1,
        Slot.of(
            Situation.GROUP_LICENSE_ERROR,
            direct(E3),
            failing(LicenseGroup.E5, "MutuallyExclusiveViolation")));
  }
}
