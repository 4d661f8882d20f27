mock_provider "google" {}

variables {
  config = {
    name     = "research"
    project  = "acme-research"
    services = []
  }
}

run "a_global_external_address" {
  command = plan

  assert {
    condition     = google_compute_global_address.hub.name == "research-ip" && google_compute_global_address.hub.address_type == "EXTERNAL"
    error_message = "The Ingress finds the address by this name."
  }
}

run "apis_that_the_platform_does_not_enable" {
  command = plan

  variables {
    config = {
      name     = "research"
      project  = "acme-research"
      services = ["cloudidentity.googleapis.com"]
    }
  }

  assert {
    condition     = google_project_service.feature["cloudidentity.googleapis.com"].disable_on_destroy == false
    error_message = "Another hub may use the API by the time that this one goes."
  }
}

run "a_long_name_is_refused" {
  command = plan

  variables {
    config = {
      name     = "a-name-of-twenty-six-letters"
      project  = "acme-research"
      services = []
    }
  }

  expect_failures = [var.config]
}
