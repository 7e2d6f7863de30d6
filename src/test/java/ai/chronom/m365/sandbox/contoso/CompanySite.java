package ai.chronom.m365.sandbox.contoso;

import java.util.List;

/**
 * A site collection of Contoso's SharePoint.
 *
 * @param path empty for the root site
 * @param template as the usage report calls it
 * @param megabytes stored
 * @param idleDays since somebody last worked there
 */
public record CompanySite(String path, String name, String template, int megabytes, int idleDays) {
  public static final List<CompanySite> ALL =
      List.of(
          new CompanySite("", "Communication site", "Communication Site", 2_048, 3),
          new CompanySite("/sites/sales", "Sales", "Group", 51_200, 2),
          new CompanySite("/sites/archive2019", "Archive 2019", "Team Site", 409_600, 170));

  /** Of the site collection. */
  public String id() {
    return Ids.of("site collection" + path, 0);
  }

  /** Of the site in it. */
  public String webId() {
    return Ids.of("site" + path, 0);
  }
}
