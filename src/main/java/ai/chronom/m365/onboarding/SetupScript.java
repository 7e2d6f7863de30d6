package ai.chronom.m365.onboarding;

import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.permission.PermissionCatalog;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.CloudTools;
import ai.chronom.m365.tenant.Quotes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A script that registers the application: a text beside this class, with the names in double
 * braces filled in and quoted as the script's language wants it.
 *
 * @param quote makes a string literal of the language
 * @param permissionLine how the language writes one permission
 * @param permissionEnd what stands between two of them
 * @param cloudLines how the language is told the cloud
 */
record SetupScript(
    String template,
    UnaryOperator<String> quote,
    Function<GraphPermission, String> permissionLine,
    String permissionEnd,
    Function<Cloud, String> cloudLines) {
  static SetupScript of(ScriptKind kind) {
    return switch (kind) {
      case AZURE_CLI_BASH ->
          new SetupScript(
              "azure-cli.sh",
              Quotes::bash,
              json("  "),
              ",\n",
              cloud -> Quotes.bash(CloudTools.azureCli(cloud)));
      case AZURE_CLI_POWERSHELL ->
          new SetupScript(
              "azure-cli.ps1",
              Quotes::powershell,
              json("  "),
              ",\n",
              cloud -> Quotes.powershell(CloudTools.azureCli(cloud)));
      case GRAPH_POWERSHELL ->
          new SetupScript(
              "graph.ps1",
              Quotes::powershell,
              line("  @{ Id = '%s'; Type = '%s' } # %s"),
              "\n",
              CloudTools::graphPowershell);
      case TERRAFORM ->
          new SetupScript(
              "registration.tf",
              Quotes::terraform,
              line("    { id = \"%s\", type = \"%s\" }, # %s"),
              "\n",
              CloudTools::terraform);
      case MANIFEST ->
          new SetupScript("manifest.json", Quotes::json, json("        "), ",\n", cloud -> "");
    };
  }

  private static Function<GraphPermission, String> json(String indent) {
    return line(indent + "{ \"id\": \"%s\", \"type\": \"%s\" }");
  }

  /** The format takes id, type and name; a format may leave the name out. */
  private static Function<GraphPermission, String> line(String format) {
    return permission ->
        format.formatted(
            permission.roleId(), permission.type().manifestWord(), permission.graphRole());
  }

  String write(AppRegistration registration, Cloud cloud) {
    return read()
        .replace("{{appName}}", quote.apply(registration.name()))
        .replace("{{appNameJson}}", insideBash(registration.name()))
        .replace("{{redirectUriJson}}", insideBash(registration.redirectUri().toString()))
        .replace("{{nameQuery}}", quote.apply(nameQuery(registration.name())))
        .replace("{{nameFilter}}", quote.apply(nameFilter(registration.name())))
        .replace("{{redirectUri}}", quote.apply(registration.redirectUri().toString()))
        .replace(
            "{{redirectUriWithPath}}", quote.apply(withPath(registration.redirectUri()).toString()))
        .replace("{{secretDescription}}", quote.apply(AppRegistration.SECRET_DESCRIPTION))
        .replace("{{secretDays}}", String.valueOf(AppRegistration.SECRET_DAYS))
        .replace("{{secretHours}}", String.valueOf(AppRegistration.SECRET_DAYS * 24))
        .replace("{{graphAppId}}", PermissionCatalog.MICROSOFT_GRAPH.toString())
        .replace("{{graphUrl}}", quote.apply(cloud.graphUrl().toString()))
        .replace("{{permissions}}", permissions())
        .replace("{{roleIds}}", roleIds())
        .replace("{{listed}}", listed())
        .replace("{{permissionCount}}", String.valueOf(PermissionCatalog.all().size()))
        .replace("{{delegatedScope}}", PermissionCatalog.USER_READ.graphRole())
        .replace("{{cloud}}", cloudLines.apply(cloud));
  }

  /** OData doubles a quote inside a string. */
  private static String nameFilter(String name) {
    return "displayName eq '" + name.replace("'", "''") + "'";
  }

  /** The path that looks the application up by its name. */
  private static String nameQuery(String name) {
    return "/applications?$filter="
        + URLEncoder.encode(nameFilter(name), StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A JSON string inside of a bash text in double quotes. */
  private static String insideBash(String text) {
    return Quotes.json(text).replaceAll("([\\\\\"$`])", "\\\\$1");
  }

  private String permissions() {
    return PermissionCatalog.all().stream()
        .map(permissionLine)
        .collect(Collectors.joining(permissionEnd));
  }

  private static String roleIds() {
    return PermissionCatalog.application().stream()
        .map(permission -> permission.roleId().toString())
        .collect(Collectors.joining("\n"));
  }

  /** Sorted as the command sort does. */
  private static String listed() {
    return PermissionCatalog.all().stream()
        .map(permission -> permission.roleId() + ":" + permission.type().manifestWord())
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  /** Terraform's provider demands a path, which Entra takes for the same address. */
  private static URI withPath(URI uri) {
    return uri.getRawPath().isEmpty() && uri.getRawQuery() == null ? URI.create(uri + "/") : uri;
  }

  private String read() {
    try (InputStream text = SetupScript.class.getResourceAsStream(template)) {
      if (text == null) {
        throw new IllegalStateException("the script " + template + " is not in the archive");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
