package ai.chronom.m365.notification;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.running.Fleet;
import ai.chronom.m365.running.Nodes;
import ai.chronom.m365.running.Ports;
import ai.chronom.m365.running.RunningServer;
import ai.chronom.m365.sandbox.registration.Permissions;
import ai.chronom.m365.sandbox.wire.Fault;
import ai.chronom.m365.sandbox.wire.FaultRule;
import ai.chronom.m365.sandbox.wire.Site;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two nodes share the work over one PostgreSQL, and one is killed in the middle of it; each test
 * goes on where the one before stopped.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {
  private static final int TENANTS = 40;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String VERIFIED_BY_SCHEDULE =
      "trigger_kind = 'SCHEDULE' and outcome = 'VERIFIED'";

  private static GreenMail mailServer;
  private static HookReceiver hook;
  private static Nodes nodes;
  private static Fleet fleet;

  @BeforeAll
  static void start() {
    mailServer =
        new GreenMail(new ServerSetup(Ports.free(1), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mailServer.start();
    hook = new HookReceiver();
    nodes =
        Nodes.start(
            2,
            Map.of(
                "chronom.lease.duration",
                "PT5S",
                "chronom.notifications.mail-to",
                "admins@example.com",
                "chronom.notifications.mail-from",
                "chronom@example.com",
                "chronom.notifications.smtp-host",
                "127.0.0.1",
                "chronom.notifications.smtp-port",
                String.valueOf(mailServer.getSmtp().getPort()),
                "chronom.notifications.webhook-url",
                hook.url()));
    fleet = Fleet.connect(nodes, TENANTS);
  }

  @AfterAll
  static void stop() {
    nodes.close();
    hook.close();
    mailServer.stop();
  }

  @Test
  @Order(1)
  void eachTenantIsVerifiedOnce() {
    assertThat(count("1 = 1")).isEqualTo(TENANTS);
    assertThat(count("trigger_kind = 'ONBOARDING' and outcome = 'VERIFIED'")).isEqualTo(TENANTS);
  }

  @Test
  @Order(2)
  void changeIsToldOnceWhicheverNodeSends() throws Exception {
    nodes.sandbox().registration().revoke(Permissions.role("Reports.Read.All"));
    fleet.makeDue();
    fleet.awaitRest();
    await(() -> deliveries("SENT") == 2L * TENANTS);
    assertThat(deliveries("WAITING")).isZero();
    assertThat(hook.bodies()).hasSize(TENANTS).doesNotHaveDuplicates();
    List<String> ids = new ArrayList<>();
    for (MimeMessage mail : mailServer.getReceivedMessages()) {
      ids.add(mail.getMessageID());
    }
    assertThat(ids).hasSize(TENANTS).doesNotHaveDuplicates();
    List<Long> shares = nodes.all().stream().map(TwoNodesIT::sentBy).toList();
    assertThat(shares).as("sent by each node").allMatch(share -> share > 0);
    assertThat(shares.get(0) + shares.get(1)).isEqualTo(2L * TENANTS);
    nodes.sandbox().registration().grantAdminConsent();
    fleet.makeDue();
    fleet.awaitRest();
    await(() -> deliveries("SENT") == 4L * TENANTS);
  }

  @Test
  @Order(3)
  void whatAKilledNodeHadInHandsIsDoneByTheOther() {
    nodes
        .sandbox()
        .faults()
        .plant(FaultRule.on(Site.GRAPH, "*", new Fault.Delay(Duration.ofMillis(700))));
    long before = count(VERIFIED_BY_SCHEDULE);
    nodes.sql("delete from verification where state = 'FINISHED'");
    fleet.makeDue();
    // One node works on eight at a time.
    await(() -> count("state = 'RUNNING'") >= 12);
    assertThat(nodes.number("select count(distinct owner) from job where kind = 'VERIFY'"))
        .isEqualTo(2);

    nodes.one().kill();

    fleet.awaitRest();
    assertThat(before).isPositive();
    assertThat(count("failure_code = 'interrupted'"))
        .as("verifications that the killed node had in its hands")
        .isPositive();
    assertThat(count(VERIFIED_BY_SCHEDULE)).isEqualTo(TENANTS);
    assertThat(
            nodes.number(
                "select count(distinct tenant_id) from verification where " + VERIFIED_BY_SCHEDULE))
        .isEqualTo(TENANTS);
    assertThat(count("outcome <> 'VERIFIED'")).isEqualTo(count("failure_code = 'interrupted'"));
    assertThat(deliveries("SENT")).as("nobody is told of a node's end").isEqualTo(4L * TENANTS);
  }

  @Test
  @Order(4)
  void killedNodeComesBackAndTakesItsShare() {
    nodes.sandbox().faults().clear();
    nodes.one().startAgain();
    nodes.sql("delete from verification where state = 'FINISHED'");
    fleet.makeDue();
    fleet.awaitRest();
    assertThat(count(VERIFIED_BY_SCHEDULE)).isEqualTo(TENANTS);
    assertThat(count("1 = 1")).isEqualTo(TENANTS);
  }

  private static long sentBy(RunningServer node) {
    return node.get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("chronom_notifications_total"))
        .filter(line -> line.contains("outcome=\"sent\""))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static long count(String condition) {
    return nodes.number("select count(*) from verification where " + condition);
  }

  private static long deliveries(String state) {
    return nodes.number("select count(*) from notification_delivery where state = '" + state + "'");
  }

  private static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("%s in hands", fleet.unrest()).isBefore(end);
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
