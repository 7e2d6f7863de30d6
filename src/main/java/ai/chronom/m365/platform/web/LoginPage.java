package ai.chronom.m365.platform.web;

import ai.chronom.m365.platform.ReturnAddress;
import ai.chronom.m365.platform.SecondStep;
import ai.chronom.m365.platform.SignInFailures;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Where people give name and password. The password is an input only. */
@Named
@RequestScoped
public class LoginPage {
  private static final String TEXTS = "ai.chronom.m365.messages";

  @Inject SecurityContext security;
  @Inject SignInFailures failures;
  @Inject SecondStep step;
  @Inject FacesContext faces;

  private @Nullable String name;
  private @Nullable String password;
  private @Nullable String from;

  public void signIn() throws IOException {
    ExternalContext external = faces.getExternalContext();
    AuthenticationStatus status =
        security.authenticate(
            (HttpServletRequest) external.getRequest(),
            (HttpServletResponse) external.getResponse(),
            AuthenticationParameters.withParams().credential(credential()));
    if (status == AuthenticationStatus.SUCCESS) {
      ReturnAddress destination = ReturnAddress.parse(from).orElse(ReturnAddress.HOME);
      external.redirect(external.getRequestContextPath() + destination.path());
    } else if (step.isPending((HttpServletRequest) external.getRequest())) {
      external.redirect(
          external.getRequestContextPath()
              + ReturnAddress.parse(from)
                  .map(to -> "?from=" + URLEncoder.encode(to.path(), StandardCharsets.UTF_8))
                  .map(CodePage.ADDRESS::concat)
                  .orElse(CodePage.ADDRESS));
    } else {
      faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, refusal(), null));
    }
  }

  /** Known and unknown names are told the same. */
  private String refusal() {
    ResourceBundle texts = ResourceBundle.getBundle(TEXTS, faces.getViewRoot().getLocale());
    Duration rest = failures.rest(name == null ? "" : name);
    return rest.isZero()
        ? texts.getString("platform_login.message.error.refused")
        : MessageFormat.format(
            texts.getString("platform_login.message.error.locked"), rest.toMinutes() + 1);
  }

  private UsernamePasswordCredential credential() {
    return new UsernamePasswordCredential(
        name == null ? "" : name, password == null ? "" : password);
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  /** Never redisplayed. */
  public @Nullable String getPassword() {
    return null;
  }

  public void setPassword(@Nullable String password) {
    this.password = password;
  }

  public @Nullable String getFrom() {
    return from;
  }

  public void setFrom(@Nullable String from) {
    this.from = from;
  }
}
