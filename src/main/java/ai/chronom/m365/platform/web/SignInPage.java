package ai.chronom.m365.platform.web;

import ai.chronom.m365.platform.ReturnAddress;
import ai.chronom.m365.platform.SingleSignOn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What the pages before and after a session say about single sign-on. */
@Named
@RequestScoped
public class SignInPage {
  @Inject SingleSignOn singleSignOn;

  public boolean isSingleSignOn() {
    return singleSignOn.isOn();
  }

  /** The identity provider's; empty without single sign-on. */
  public String getHost() {
    return singleSignOn.host();
  }

  /** Where single sign-on begins for who wanted to go there. */
  public String begin(@Nullable String from) {
    return ReturnAddress.parse(from)
        .map(to -> "?from=" + URLEncoder.encode(to.path(), StandardCharsets.UTF_8))
        .map(SingleSignOnServlet.BEGIN::concat)
        .orElse(SingleSignOnServlet.BEGIN);
  }
}
