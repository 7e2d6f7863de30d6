package ai.chronom.m365.platform.web;

import ai.chronom.m365.platform.ReturnAddress;
import ai.chronom.m365.platform.SecondStep;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** Where people with a second factor give its code, after their password. */
@Named
@RequestScoped
public class CodePage {
  static final String ADDRESS = "/sign-in/code.xhtml";

  @Inject SecondStep step;

  private @Nullable String code;
  private @Nullable String from;

  /** Whoever owes no code begins at the beginning. */
  public void load() {
    if (!step.isPending(Faces.getRequest())) {
      Faces.redirect(Faces.getRequestContextPath() + "/login.xhtml");
    }
  }

  public void pass() {
    SecondStep.Result result =
        step.pass(Faces.getRequest(), Faces.getResponse(), code == null ? "" : code);
    switch (result) {
      case IN ->
          Faces.redirect(
              Faces.getRequestContextPath()
                  + ReturnAddress.parse(from).orElse(ReturnAddress.HOME).path());
      case OVER -> Faces.redirect(Faces.getRequestContextPath() + "/login.xhtml");
      case WRONG -> throw Problem.invalid("code", refusal());
    }
  }

  private String refusal() {
    Duration rest = step.rest(Faces.getRequest());
    return rest.isZero()
        ? Texts.of("sign_in_code.message.wrong")
        : Texts.of("platform_login.message.error.locked", rest.toMinutes() + 1);
  }

  /** Never redisplayed. */
  public @Nullable String getCode() {
    return null;
  }

  public void setCode(@Nullable String code) {
    this.code = code;
  }

  public @Nullable String getFrom() {
    return from;
  }

  public void setFrom(@Nullable String from) {
    this.from = from;
  }
}
