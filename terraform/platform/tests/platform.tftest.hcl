# The platform without a cloud: what is asked for, where it is refused, and what must never be.
mock_provider "google" {
  mock_resource "google_service_account" {
    defaults = {
      email  = "research-nodes@acme-research.iam.gserviceaccount.com"
      member = "serviceAccount:research-nodes@acme-research.iam.gserviceaccount.com"
    }
  }
}

variables {
  config = {
    name                = "research"
    project             = "acme-research"
    region              = "us-central1"
    labels              = { hub = "research" }
    services            = ["compute.googleapis.com", "container.googleapis.com"]
    node_account        = "research-nodes"
    deletion_protection = true
    network             = { nodes = "10.0.0.0/20", pods = "10.4.0.0/14", services = "10.8.0.0/20" }
  }
}

run "a_private_autopilot_cluster" {
  command = plan

  assert {
    condition     = google_container_cluster.platform.enable_autopilot && google_container_cluster.platform.deletion_protection
    error_message = "The cluster is an Autopilot cluster and protected."
  }

  assert {
    condition     = google_container_cluster.platform.private_cluster_config[0].enable_private_nodes
    error_message = "Nodes have no public addresses."
  }

  assert {
    condition = (
      google_container_cluster.platform.control_plane_endpoints_config[0].dns_endpoint_config[0].allow_external_traffic
      && !google_container_cluster.platform.control_plane_endpoints_config[0].ip_endpoints_config[0].enabled
    )
    error_message = "The API server is reached by its DNS name only."
  }

  assert {
    condition     = google_container_cluster.platform.workload_identity_config[0].workload_pool == "acme-research.svc.id.goog"
    error_message = "Workload Identity uses the project's pool."
  }

  assert {
    condition     = alltrue([for service in google_project_service.feature : !service.disable_on_destroy])
    error_message = "APIs stay enabled when the platform goes."
  }

  assert {
    condition     = google_project_iam_member.nodes.role == "roles/container.defaultNodeServiceAccount"
    error_message = "Nodes have Google's default node role and nothing else."
  }
}

run "protection_follows_the_configuration" {
  command = apply

  variables {
    config = {
      name                = "research"
      project             = "acme-research"
      region              = "us-central1"
      labels              = {}
      services            = ["compute.googleapis.com"]
      node_account        = "research-nodes"
      deletion_protection = false
      network             = { nodes = "10.0.0.0/20", pods = "10.4.0.0/14", services = "10.8.0.0/20" }
    }
  }

  assert {
    condition     = !google_container_cluster.platform.deletion_protection
    error_message = "Protection is off when the configuration says so."
  }

  assert {
    condition     = google_container_cluster.platform.cluster_autoscaling[0].auto_provisioning_defaults[0].service_account == output.node_account
    error_message = "Nodes run as the platform's own service account."
  }
}

run "a_zone_is_refused" {
  command = plan

  variables {
    config = {
      name                = "research"
      project             = "acme-research"
      region              = "us-central1-a"
      labels              = {}
      services            = []
      node_account        = "research-nodes"
      deletion_protection = true
      network             = { nodes = "10.0.0.0/20", pods = "10.4.0.0/14", services = "10.8.0.0/20" }
    }
  }

  expect_failures = [var.config]
}

run "a_wrong_range_is_refused" {
  command = plan

  variables {
    config = {
      name                = "research"
      project             = "acme-research"
      region              = "us-central1"
      labels              = {}
      services            = []
      node_account        = "research-nodes"
      deletion_protection = true
      network             = { nodes = "10.0.0.0/99", pods = "10.4.0.0/14", services = "10.8.0.0/20" }
    }
  }

  expect_failures = [var.config]
}
