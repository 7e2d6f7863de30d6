package ai.chronom.m365.platform.web;

import ai.chronom.m365.platform.Incidents;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** The description of REST that the build made; the server's own would be open to everybody. */
@WebServlet("/openapi")
public class OpenApiServlet extends HttpServlet {
  private static final String FILE = "openapi.yaml";

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try (InputStream description = Incidents.class.getResourceAsStream(FILE)) {
      if (description == null) {
        throw new IllegalStateException(FILE + " is not in the WAR: the build makes it");
      }
      response.setContentType("application/yaml;charset=UTF-8");
      description.transferTo(response.getOutputStream());
    }
  }
}
