package ai.chronom.m365.sandbox.report;

import ai.chronom.m365.sandbox.contoso.Contoso;
import ai.chronom.m365.sandbox.contoso.Person;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The rows of the activation report: one for each desktop product that a person may install. */
final class Activations {
  static final String APPS = "Microsoft 365 Apps for enterprise";
  private static final Map<String, String> PRODUCT_BY_PLAN =
      Map.of(
          "OFFICESUBSCRIPTION",
          APPS,
          "OFFICE_BUSINESS",
          APPS,
          "VISIO_CLIENT_SUBSCRIPTION",
          "Visio",
          "PROJECT_CLIENT_SUBSCRIPTION",
          "Project");

  private Activations() {}

  static Stream<Map<String, String>> of(Person person, Contoso contoso, boolean works) {
    return PRODUCT_BY_PLAN.entrySet().stream()
        .filter(entry -> person.products().stream().anyMatch(p -> p.has(entry.getKey())))
        .map(Map.Entry::getValue)
        .distinct()
        .sorted()
        .map(product -> row(person, product, contoso, works));
  }

  /** When everybody's installations were made. */
  static String day(Contoso contoso) {
    return contoso.startDay().minusDays(200).toString();
  }

  /** Everybody who works installed the apps unless a browser does; every second one the rest. */
  private static Map<String, String> row(
      Person person, String product, Contoso contoso, boolean works) {
    boolean installed =
        works && (product.equals(APPS) ? !person.worksInBrowser() : person.number() % 2 == 0);
    Map<String, String> row = new LinkedHashMap<>();
    row.put("User Principal Name", person.userPrincipalName());
    row.put("Display Name", person.displayName());
    row.put("Product Type", product);
    row.put("Last Activated Date", installed ? day(contoso) : "");
    row.put("Windows", installed ? "1" : "0");
    row.put("Mac", "0");
    row.put("Windows 10 Mobile", "0");
    row.put("iOS", installed && person.number() % 3 == 0 ? "1" : "0");
    row.put("Android", "0");
    row.put("Activated On Shared Computer", "False");
    return row;
  }
}
