package ai.chronom.m365.verification;

import ai.chronom.m365.graph.GraphConnection;
import ai.chronom.m365.graph.SandboxGraph;
import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.permission.PermissionCatalog;
import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.SandboxOptions;
import ai.chronom.m365.sandbox.registration.Permission;
import ai.chronom.m365.sandbox.registration.Permissions;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.PortalLinks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Examines the sandbox's tenant with the real room {@code graph}. */
abstract class SandboxExamination {
  /** Shared: making a certificate authority takes longer than a test. */
  @TempDir static Path directory;

  Sandbox sandbox;
  SandboxGraph graph;
  final List<PermissionVerdict> live = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    Files.deleteIfExists(directory.resolve("sandbox-registration.json"));
    sandbox = Sandbox.start(SandboxOptions.in(directory));
    graph = new SandboxGraph(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  VerificationFindings examine() {
    return examineIn("sandbox");
  }

  /** As if the sandbox were another of Microsoft's clouds. */
  VerificationFindings examineIn(String cloudId) {
    Cloud own = graph.cloud();
    Cloud cloud =
        new Cloud(
            cloudId, cloudId, own.loginUrl(), own.graphUrl(), own.portalUrl(), own.reportHosts());
    GraphConnection connection = graph.connect();
    RegistrationExpectation expected =
        new RegistrationExpectation(
            "Chronom Read-Only App Registration",
            "https://app.chronom.ai",
            Optional.of(sandbox.clientSecret().substring(0, 3)),
            Instant.now());
    return new Examination(connection, new PortalLinks(cloud, graph.applicationId()), expected)
        .carryOut(live::addAll);
  }

  static boolean onlyFlagged(VerificationFindings findings, GraphPermission permission) {
    return findings.verdicts().stream()
        .filter(PermissionVerdict::needsAction)
        .map(PermissionVerdict::permission)
        .toList()
        .equals(List.of(permission));
  }

  static List<PermissionVerdict> others(VerificationFindings findings, GraphPermission permission) {
    return findings.verdicts().stream()
        .filter(verdict -> !verdict.permission().equals(permission))
        .toList();
  }

  static PermissionVerdict row(VerificationFindings findings, GraphPermission permission) {
    return findings.verdicts().stream()
        .filter(verdict -> verdict.permission().equals(permission))
        .findFirst()
        .orElseThrow();
  }

  static Permission role(GraphPermission permission) {
    return Permissions.role(permission.graphRole());
  }

  static GraphPermission named(String name) {
    return PermissionCatalog.findByRole(name).orElseThrow();
  }
}
