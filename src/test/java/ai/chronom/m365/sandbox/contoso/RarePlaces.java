package ai.chronom.m365.sandbox.contoso;

import static ai.chronom.m365.sandbox.contoso.Assignment.direct;
import static ai.chronom.m365.sandbox.contoso.Assignment.through;

import java.util.ArrayList;
import java.util.List;

/**
 * Places for what the usual Contoso has none of, each beside one that looks alike and is in order;
 * the rest works in the stores.
 */
final class RarePlaces {
  static final List<LicenseGroup> GROUPS =
      List.of(
          LicenseGroup.FRONTLINE,
          LicenseGroup.STORES,
          LicenseGroup.DRAWING,
          LicenseGroup.EVERYBODY);
  private static final String E1 = "STANDARDPACK";
  private static final String E3 = "SPE_E3";
  private static final String OFFICE_E3 = "ENTERPRISEPACK";
  private static final String ARCHIVE = "EXCHANGEARCHIVE_ADDON";
  private static final String PHONE = "MCOEV";
  private static final int LARGE = 60;

  private final List<Slot> slots = new ArrayList<>(CompanyPlan.SIZE);

  private RarePlaces() {}

  static List<Slot> all() {
    RarePlaces places = new RarePlaces();
    places.suites();
    places.addOns();
    places.comersAndGoers();
    places.idlers();
    while (places.slots.size() < CompanyPlan.SIZE) {
      places.slots.add(
          Slot.of(Situation.ACTIVE, through(LicenseGroup.FRONTLINE)).with(Trait.TALKS));
    }
    return places.slots;
  }

  private void suites() {
    slots.add(
        Slot.of(Situation.WOULD_FIT_BUSINESS_PLAN, direct(OFFICE_E3))
            .with(Trait.TALKS, Trait.DEVICE));
    slots.add(
        Slot.of(Situation.LARGE_MAILBOX, direct(OFFICE_E3))
            .with(Trait.TALKS, Trait.DEVICE)
            .mailbox(LARGE, false, false));
    slots.add(
        Slot.of(Situation.PARTS_OF_A_SUITE, direct("O365_BUSINESS_PREMIUM"), direct("EMS"))
            .with(Trait.TALKS, Trait.DEVICE));
    slots.add(
        Slot.of(Situation.PARTS_CHEAPER_THAN_THE_SUITE, direct(OFFICE_E3), direct("EMS"))
            .with(Trait.TALKS, Trait.DEVICE)
            .mailbox(LARGE, false, false));
    slots.add(
        Slot.of(Situation.SUITE_FOR_MAIL_ALONE, direct(E3, allBut("EXCHANGE_S_ENTERPRISE")))
            .with(Trait.TALKS, Trait.DEVICE)
            .mailbox(LARGE, false, false));
    slots.add(
        Slot.of(Situation.SUITE_WITH_ONE_SERVICE_OFF, direct(E3, "YAMMER_ENTERPRISE"))
            .with(Trait.TALKS, Trait.DEVICE)
            .mailbox(LARGE, false, false));
    slots.add(
        Slot.of(Situation.EXTERNAL_MEMBER_WITH_SUITE, direct("SPB"))
            .kind(Slot.Kind.EXTERNAL_MEMBER)
            .with(Trait.TALKS));
    slots.add(Slot.of(Situation.ACTIVE, direct("SPB")).with(Trait.TALKS));
  }

  private static String[] allBut(String kept) {
    return Products.of(E3).plans().stream()
        .map(ServicePlan::name)
        .filter(name -> !name.equals(kept))
        .toArray(String[]::new);
  }

  private void addOns() {
    slots.add(
        Slot.of(Situation.APPS_IN_THE_BROWSER, direct("OFFICESUBSCRIPTION"))
            .with(Trait.TALKS, Trait.BROWSER));
    slots.add(
        Slot.of(Situation.APPS_ON_THE_DESKTOP, direct("OFFICESUBSCRIPTION")).with(Trait.TALKS));
    slots.add(Slot.of(Situation.PHONE_WITHOUT_NUMBER, direct(E1), direct(PHONE)).with());
    slots.add(
        Slot.of(Situation.PHONE_WITH_NUMBER, direct(E1), direct(PHONE))
            .with(Trait.TALKS, Trait.PHONE_NUMBER));
    slots.add(
        Slot.of(Situation.ARCHIVE_WITHOUT_MAILBOX, direct("OFFICESUBSCRIPTION"), direct(ARCHIVE))
            .with(Trait.TALKS));
    slots.add(
        Slot.of(Situation.ARCHIVE_WITH_MAILBOX, direct(E1), direct(ARCHIVE)).with(Trait.TALKS));
    slots.add(
        Slot.of(
                Situation.ADD_ON_BESIDE_SWITCHED_OFF_PLAN,
                direct("SPB", "EXCHANGE_S_ARCHIVE_ADDON"),
                direct(ARCHIVE))
            .with(Trait.TALKS));
    slots.add(
        Slot.of(Situation.DEVICE_UNDER_INTUNE, direct(E1), direct("EMS"))
            .with(Trait.TALKS, Trait.DEVICE));
    slots.add(
        Slot.of(Situation.POWER_BI_READER, direct(E1), direct("POWER_BI_PRO"))
            .with(Trait.TALKS, Trait.POWER_BI));
    slots.add(
        Slot.of(Situation.COPILOT_USER, direct("SPB"), direct("Microsoft_365_Copilot"))
            .with(Trait.TALKS, Trait.COPILOT));
  }

  private void comersAndGoers() {
    for (Situation situation :
        List.of(Situation.LEFT_UNNOTICED, Situation.LEAVES_SOON, Situation.LEAVES_LATER)) {
      slots.add(Slot.of(situation, through(LicenseGroup.FRONTLINE)).with(Trait.TALKS));
    }
    slots.add(Slot.of(Situation.ACTIVE, through(LicenseGroup.STORES)).with(Trait.TALKS));
    slots.add(phone(Situation.RESOURCE_ACCOUNT_ON_PAID_PHONE, PHONE).named("Lift line"));
    slots.add(phone(Situation.PHONE_RESOURCE_ACCOUNT, "PHONESYSTEM_VIRTUALUSER").named("Hotline"));
    slots.add(Slot.of(Situation.ADMIN_WITH_ONE_ACCOUNT, direct("SPB")).with(Trait.TALKS));
  }

  private void idlers() {
    slots.add(
        Slot.of(Situation.INACTIVE_30_DAYS_WITH_ADD_ON, direct(E1), direct(ARCHIVE))
            .habits(Habits.idleFor(36))
            .with());
    slots.add(
        Slot.of(
                Situation.SHIFT_WORKER_INACTIVE_30_DAYS_WITH_ADD_ON,
                through(LicenseGroup.FRONTLINE),
                direct(ARCHIVE))
            .habits(Habits.idleFor(36))
            .with());
  }

  private static Slot phone(Situation situation, String partNumber) {
    return Slot.of(situation, direct(partNumber)).kind(Slot.Kind.PHONE).habits(Habits.SILENT);
  }
}
