package ai.chronom.m365.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A page that nobody decided about fails here, and so does one that is decided about and gone. */
class PageRolesTest {
  private static final Path PAGES = Path.of("src/main/webapp");

  @Test
  void everyPageIsListed() throws IOException {
    Set<String> listed = new TreeSet<>(PageRoles.OPEN_PAGES);
    for (String address : PageRoles.MAY_OPEN.keySet()) {
      listed.add(Addresses.find(address).orElseThrow().page());
    }
    try (Stream<Path> files = Files.walk(PAGES)) {
      Set<String> pages =
          files
              .filter(file -> file.toString().endsWith(".xhtml"))
              .map(file -> "/" + PAGES.relativize(file))
              .filter(page -> !page.startsWith("/WEB-INF/") && !page.startsWith(PageRoles.ERRORS))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(listed).as("list each page in PageRoles, with who may open it").isEqualTo(pages);
    }
  }
}
