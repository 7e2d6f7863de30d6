package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.AUDIO;
import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.EXCHANGE_2;
import static ai.chronom.m365.findings.SampleSkus.OFFICE_E1;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Holding;
import ai.chronom.m365.findings.IdentityClasses;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.scan.UserTraces;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Audio Conferencing works with Teams only. */
class NeedsTest {
  private static Optional<List<String>> afterwards(SampleTenant tenant, SampleUser user, SkuId to) {
    Inquiry inquiry = tenant.inquiry();
    Account account =
        Account.of(user.scanned(), UserTraces.NONE, inquiry, new IdentityClasses(inquiry));
    List<PaidSeat> suite =
        account.seats().stream().filter(seat -> seat.holding().kind().suite()).toList();
    Holding target =
        inquiry
            .holdings()
            .offer(ai.chronom.m365.license.SkuCatalog.builtIn().find(to).orElseThrow().partNumber())
            .orElseThrow();
    return new Needs(inquiry.ladder()).afterwards(account, suite, List.of(target));
  }

  private final SampleUser ann = SampleUser.named("ann").with(E3, AUDIO);

  @Test
  void areMetByTheNewSuite() {
    assertThat(afterwards(SampleTenant.of(ann).units(OFFICE_E1, 5), ann, OFFICE_E1))
        .contains(List.of());
  }

  @Test
  void stopARemedyThatBreaksWhatRemains() {
    assertThat(afterwards(SampleTenant.of(ann).units(EXCHANGE_2, 5), ann, EXCHANGE_2)).isEmpty();
  }

  @Test
  void mustBeLookedAtWhenNobodyKnowsWhatTheNewProductContains() {
    assertThat(afterwards(SampleTenant.of(ann), ann, EXCHANGE_2))
        .contains(List.of("Microsoft 365 Audio Conferencing"));
  }
}
