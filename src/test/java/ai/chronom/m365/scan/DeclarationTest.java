package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.permission.OptionalPermissions;
import ai.chronom.m365.permission.PermissionCatalog;
import ai.chronom.m365.sandbox.graph.Endpoint;
import ai.chronom.m365.sandbox.graph.Endpoints;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every collection says of itself, held against Microsoft's permission data. */
class DeclarationTest {
  static List<Declaration> declarations() {
    return ScanCollections.inOrder().stream().map(ScanCollection::about).toList();
  }

  private static Optional<Endpoint> endpoint(Declaration about) {
    String[] path = about.request().split("\\?", 2)[0].substring(1).split("/");
    return Endpoints.known()
        .find(path[0], List.of(path).subList(1, path.length))
        .map(Endpoints.Match::endpoint);
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void permissionOpensTheRequest(Declaration about) {
    assertThat(PermissionCatalog.application().contains(about.permission()))
        .isNotEqualTo(OptionalPermissions.contains(about.permission()));
    // Users open to the directory's permission; this one only fills in the date when they leave.
    String opener =
        about.permission().equals(OptionalPermissions.LIFE_CYCLE_READ_ALL)
            ? PermissionCatalog.DIRECTORY_READ_ALL.graphRole()
            : about.permission().graphRole();
    assertThat(endpoint(about).orElseThrow().roles()).contains(opener);
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void onlyWhatHasNoStableVersionIsPreview(Declaration about) {
    boolean beta = endpoint(about).orElseThrow().version().equals("beta");

    assertThat(about.preview()).isEqualTo(beta);
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void saysWhatForAndWithinWhichLimit(Declaration about) {
    assertThat(about.feeds()).endsWith(".").hasSizeBetween(20, 120);
    assertThat(about.limit().units()).isPositive();
  }
}
